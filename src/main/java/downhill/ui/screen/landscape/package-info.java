/** The loss as a landscape and the paths on it; for a surface the lab to try optimizers in. */
package downhill.ui.screen.landscape;
