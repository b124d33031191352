/** Loaded into a service before its own code: makes it stand still for ever at one point of its work, and say so. */
const at = process.env['STALL_AT'];
const print = console.log;
const { fetch } = globalThis;

// A push was received and proven; the file changes of its commits are being read, nothing is stored yet.
if (at === 'reading') {
  globalThis.fetch = (...input) => {
    const address = new URL(input[0] instanceof Request ? input[0].url : input[0]);
    if (!/\/diff(?:stat)?\//.test(address.pathname)) return fetch(...input);
    print('stalled');
    return new Promise(() => {});
  };
}

// The example service prints a commit when it has stored it; the hook is not answered yet, nor recorded as done.
if (at === 'stored') {
  console.log = (line: string) => {
    print(line);
    if (line.startsWith('listening')) return;
    print('stalled');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
}
