/** What is made of trainings: measures of quality, predictions, landscapes; each in a package of its own. */
package downhill.analysis;
