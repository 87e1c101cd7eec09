/** What tests of several packages share. */
package downhill.testing;
