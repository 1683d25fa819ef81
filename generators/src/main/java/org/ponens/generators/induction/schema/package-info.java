/** What examples are made of: the languages of rule induction tasks. */
@NullMarked
package org.ponens.generators.induction.schema;

import org.jspecify.annotations.NullMarked;
