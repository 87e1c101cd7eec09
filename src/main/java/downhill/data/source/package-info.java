/** Where tables come from: files, bundled sets, generators. */
package downhill.data.source;
