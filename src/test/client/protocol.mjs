// Asks a server by a client that was generated from the Open Inference Protocol's own document, knowing of the model what its metadata say.
import { Api } from './client.js';

const { v2 } = new Api({ baseUrl: process.argv[2] });
const rows = 5;

function must(holds, what) {
    if (!holds) {
        throw new Error(what);
    }
}

for (const health of [v2.checkServerLiveness, v2.checkServerReadiness, () => v2.checkModelVersionReadiness('m', '1')]) {
    must((await health()).status === 200, 'not ready');
}
const server = (await v2.readServerMetadata()).data;
must(server.name === 'downhill' && Array.isArray(server.extensions), 'no server');
const metadata = (await v2.readModelVersionMetadata('m', '1')).data;
must(metadata.name === 'm' && metadata.versions.join() === '1', 'no model');
const inputs = metadata.inputs.map(each => ({ name: each.name, datatype: each.datatype,
    shape: each.shape.map(length => length < 0 ? rows : length),
    data: Array.from({ length: rows }, (_, i) => each.datatype === 'BYTES' ? 'a' + i : i + 0.5) }));
const answer = (await v2.modelVersionInfer('m', '1', { id: '42', inputs, outputs: [{ name: metadata.outputs[0].name }] })).data;
must(answer.id === '42' && answer.model_name === 'm' && answer.model_version === '1', 'another answer');
must(answer.outputs.length === 1 && answer.outputs[0].name === metadata.outputs[0].name, 'other outputs');
must(answer.outputs[0].data.length === answer.outputs[0].shape.reduce((a, b) => a * b, 1), 'another shape');
const refused = await v2.modelVersionInfer('m', '1', { inputs: [] }).catch(failed => failed);
must(refused.status === 400 && refused.error.error.includes('inputs'), 'nothing was refused');
console.log('1 passed, 0 failed');
