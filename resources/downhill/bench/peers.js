// Microseconds of one training step of TensorFlow.js on its own CPU backend, where @tensorflow/tfjs is installed. A line for each: work,
// program with its version, microseconds; the fastest of seven repetitions.
let tf;
try {
  tf = require('@tensorflow/tfjs');
} catch (absent) {
  process.exit(0);
}

const DENSE = {mlp: [[2, 16, 16, 1], 32], wide: [[100, 64, 64, 1], 128], wider: [[100, 256, 256, 1], 128]};
const WANTED = (process.argv[1] || '').split(',').filter(name => name);

async function fastest(step) {
  for (let i = 0; i < 5; i++) {
    await step();
  }
  const times = [];
  for (let repetition = 0; repetition < 7; repetition++) {
    const begin = performance.now();
    let count = 0;
    while (performance.now() - begin < 250) {
      await step();
      count++;
    }
    times.push((performance.now() - begin) / count * 1000);
  }
  return Math.min(...times);
}

(async () => {
  await tf.setBackend('cpu');
  for (const [name, [sizes, batch]] of Object.entries(DENSE)) {
    if (WANTED.length > 0 && !WANTED.includes(name)) {
      continue;
    }
    const model = tf.sequential();
    for (let i = 1; i < sizes.length; i++) {
      model.add(tf.layers.dense({units: sizes[i], inputShape: [sizes[i - 1]], activation: i + 1 < sizes.length ? 'tanh' : 'linear'}));
    }
    model.compile({optimizer: tf.train.adam(0.001), loss: 'meanSquaredError'});
    const x = tf.randomNormal([batch, sizes[0]]);
    const y = tf.randomNormal([batch, 1]);
    const time = await fastest(() => model.trainOnBatch(x, y));
    console.log([name, 'TensorFlow.js ' + tf.version.tfjs, time.toFixed(2)].join('\t'));
  }
})();
