/**
 * What the program says to a person, apart from the words it is said in: a {@link downhill.words.Said} is a key and its arguments, and
 * {@link downhill.words.Words} has the words of every language in one file each.
 *
 * <p>To say something new, choose a key by place and meaning, such as {@code csv.row.tooFew}; write its words into
 * {@code downhill/words/words.properties} and, with the same {@code {0}}, {@code {1}}, into each translation beside it; and throw or
 * hand on {@code Said.of("csv.row.tooFew", cells, columns)}. What is put in may be said too. A sentence that depends on a number has a
 * key for one and a key for many. A language more is a file more.
 */
package downhill.words;
