// Makes every view of a reader one that can be passed on, and says what a mark is that the pointer rests on.

import { answerButtons } from "./share/copying.js";
import { askWhenNeeded } from "./share/needed.js";
import { sayWhatIsPointedAt } from "./share/pointing.js";
import { followTables } from "./share/tables.js";

followTables();
answerButtons();
sayWhatIsPointedAt();
askWhenNeeded();
