/** What a model has learned, seen beside the data: curves, regions, residuals and forecasts in the units of the file. */
package downhill.analysis.fit;
