/** The geometry of charts: points, ranges, scales, contours, views. Plain numbers; nothing here draws or knows the toolkit. */
package downhill.ui.chart.shape;
