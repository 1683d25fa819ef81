/**
 * Many-sorted programs as SatLM writes them (Ye et al., NeurIPS 2023) and Logic-LM for AR-LSAT (Pan
 * et al., EMNLP Findings 2023): the syntax tree, its reader and its printer.
 */
package org.ponens.grammar.satlm;
