declare module 'fake-indexeddb/lib/FDBFactory' {
  const FDBFactory: typeof IDBFactory;
  export default FDBFactory;
}
declare module 'fake-indexeddb/lib/FDBTransaction' {
  const FDBTransaction: typeof IDBTransaction;
  export default FDBTransaction;
}
declare module 'fake-indexeddb/lib/FDBKeyRange' {
  const FDBKeyRange: typeof IDBKeyRange;
  export default FDBKeyRange;
}
