/**
 * AutoML: models of all kinds that fit, their preparation and their training searched under one budget, the best of them mixed, and what
 * comes of it measured on rows that nothing was chosen by.
 */
package downhill.study.automl;
