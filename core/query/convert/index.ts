/** From what people copy to a query file. */
export { convertToQuery, type Converted, type ConvertOptions } from './convertToQuery.ts';
