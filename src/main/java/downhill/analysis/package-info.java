/** What is made of trainings: measures of quality, predictions. */
package downhill.analysis;
