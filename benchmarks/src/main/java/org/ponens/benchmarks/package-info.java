/** JMH benchmarks and experiments against peers; used by nobody. */
@NullMarked
package org.ponens.benchmarks;

import org.jspecify.annotations.NullMarked;
