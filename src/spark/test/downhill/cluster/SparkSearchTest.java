package downhill.cluster;

/** Searches by Spark within this program: trials of one machine, also by folds, by halving and gone on. */
class SparkSearchTest extends SpreadSearchTest {
    @Override
    Workforce workers(int count) {
        return Places.open("local[" + count + "]");
    }
}
