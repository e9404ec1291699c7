// Makes every view of a reader one that can be passed on, says what a mark is that the pointer rests on, makes a paragraph one
// stop of Tab, and leads Tab as the eye goes.

import { answerButtons } from "./share/copying.js";
import { askWhenNeeded } from "./share/needed.js";
import { sayWhatIsPointedAt } from "./share/pointing.js";
import { walkGroups } from "./share/roving.js";
import { followTables } from "./share/tables.js";
import { walkByEye } from "./share/walking.js";

followTables();
answerButtons();
sayWhatIsPointedAt();
askWhenNeeded();
walkGroups();
walkByEye();
