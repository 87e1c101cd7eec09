/** Everything that lasts: documents, models, results and reports. The only package that reads or writes JSON. */
package downhill.store;
