/** Where trainings are computed: on which machine, in which precision. The packages below hold the graphs and what runs them. */
package downhill.engine;
