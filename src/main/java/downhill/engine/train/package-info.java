/** Training: R runs of one model as rows of one tensor, each with its own rule and hyperparameters, step by step. */
package downhill.engine.train;
