const call = (f) => {
return f();
};
function initSync() {}
async function __wbg_init() {}
export { initSync, __wbg_init as default };
