import { AppError } from '../errors.ts';

/**
 * The result of `work` if it comes within so many milliseconds. Work that takes longer is not ended, only not waited for.
 * @param failure what the person reads before "within … ms"
 * @throws AppError `storeUnavailable` when the time is over; otherwise what `work` throws
 */
export const within = async <Result>(
  milliseconds: number,
  work: Promise<Result>,
  failure = 'The database did not answer',
): Promise<Result> => {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    over.reject(new AppError('storeUnavailable', `${failure} within ${milliseconds} ms.`));
  }, milliseconds);
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    clearTimeout(timer);
  }
};
