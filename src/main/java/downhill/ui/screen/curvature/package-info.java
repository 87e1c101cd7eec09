/** Curvature along the race, and the edge of stability. */
package downhill.ui.screen.curvature;
