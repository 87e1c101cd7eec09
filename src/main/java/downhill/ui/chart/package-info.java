/** Charts drawn off the FX thread by JFreeChart and Java2D and shown as images. */
package downhill.ui.chart;
