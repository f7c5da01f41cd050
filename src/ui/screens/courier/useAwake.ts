/** Keeps the screen lit while somebody watches it, where the browser can; the person may have to touch it now and then elsewhere. */
import { useEffect } from 'preact/hooks';

export const useAwake = (wanted: boolean): void => {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return undefined;
    let held: WakeLockSentinel | null = null;
    let gone = false;
    const hold = async () => {
      // Refused on a nearly empty battery, or when the page was hidden in between.
      const lock = await navigator.wakeLock.request('screen').catch(() => null);
      if (gone) void lock?.release();
      else held = lock;
    };
    const again = () => {
      if (document.visibilityState === 'visible') void hold();
    };
    void hold();
    document.addEventListener('visibilitychange', again);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', again);
      void held?.release();
    };
  }, [wanted]);
};
