// Makes every view of a reader one that can be passed on.

import { answerButtons } from "./share/copying.js";
import { followTables } from "./share/tables.js";

followTables();
answerButtons();
