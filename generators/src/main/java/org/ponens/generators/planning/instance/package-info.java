/** Questions drawn at random: plans with a fault, walks, goals and facts to choose from. */
@NullMarked
package org.ponens.generators.planning.instance;

import org.jspecify.annotations.NullMarked;
