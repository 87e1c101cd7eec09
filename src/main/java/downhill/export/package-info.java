/**
 * Trained models in the forms of others: what they compute as a list of lines that every target prints or runs, how a row becomes
 * inputs, and rows with their answers by which each proves that it says the same. Nothing in here touches a file.
 */
package downhill.export;
