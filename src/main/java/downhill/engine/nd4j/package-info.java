/**
 * Executes plans by ND4J operations alone, bound once and executed at each step, so that they run wherever ND4J's backend
 * runs: on a CUDA device, and on the CPU, where the tests hold it against the host machine.
 */
package downhill.engine.nd4j;
