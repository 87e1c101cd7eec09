/** Rules and models as PyTorch scripts, readable and ready to train on. */
package downhill.export.torch;
