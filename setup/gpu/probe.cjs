// Loads an addon of tfjs-node, computes 1 + 2, and prints what it found as JSON. Runs in a separate process, because a
// library built for another machine may crash it.
const binding = require(process.argv[2]);
const float = (value) => binding.createTensor([], binding.TF_FLOAT, Float32Array.of(value));
const type = { name: "T", type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT };
const [{ id }] = binding.executeOp("AddV2", [type], [float(1), float(2)], 1);
const [sum] = binding.tensorDataSync(id);
if (sum !== 3) throw new Error(`1 + 2 is 3, and not ${sum}`);
console.log(JSON.stringify({ tensorflow: binding.TF_Version, gpu: binding.isUsingGpuDevice() }));
