// Asks a server by a client that was generated from its own document; ends with an error where an answer is not what the document says.
import { Api } from './client.js';

const { v2, metrics } = new Api({ baseUrl: process.argv[2] });
const json = { format: 'json' };

function must(holds, what) {
    if (!holds) {
        throw new Error(what);
    }
}

for (const health of [v2.live, v2.ready, () => v2.modelReady('m'), () => v2.modelReadyOfVersion('m', '1')]) {
    must((await health()).status === 200, 'not ready');
}
must((await v2.server(json)).data.name === 'downhill', 'no server');
must((await v2.models(json)).data.models.join() === 'm', 'no models');
const metadata = (await v2.metadataOfVersion('m', '1', json)).data;
const rows = 5;
const inputs = metadata.inputs.map(each => ({ name: each.name, datatype: each.datatype, shape: [rows, 1],
    data: Array.from({ length: rows }, (_, i) => i + 0.5) }));
for (const infer of [ask => v2.infer('m', ask, json), ask => v2.inferOfVersion('m', '1', ask, json)]) {
    const answer = (await infer({ id: '42', inputs })).data;
    must(answer.id === '42' && answer.model_name === 'm', 'another answer');
    must(answer.outputs.map(each => each.name).join() === metadata.outputs.map(each => each.name).join(), 'other outputs');
    answer.outputs.forEach(each => must(each.data.length === each.shape.reduce((a, b) => a * b, 1), 'another shape'));
}
const asked = { rows: [{ sepal_length: 5.1, sepal_width: 3.5, petal_length: 1.4, petal_width: 0.2 }] };
must((await v2.predict('m', asked, json)).data.predictions.length === 1, 'no prediction');
must((await v2.explain('m', asked, json)).data.columns.length === 4, 'no explanation');
must((await v2.columns('m', json)).data !== null && (await v2.drift('m', json)).data !== null, 'no columns');
must((await metrics.metrics({ format: 'text' })).data.includes('downhill_requests_total'), 'no metrics');
const refused = await v2.infer('m', { inputs: [] }, json).catch(failed => failed);
must(refused.status === 400 && refused.error.error.includes('inputs'), 'nothing was refused');
console.log('1 passed, 0 failed');
