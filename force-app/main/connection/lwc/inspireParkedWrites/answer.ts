/** The answer of the `parkedWrites` operation. A test holds it to the service's schema. */
export interface ParkedWrites {
  waiting: number;
  parked: number;
  writes: ParkedWrite[];
}

export interface RecordLink {
  recordId: string;
  sobject: string;
  name: string;
}

export interface ParkedWrite {
  id: string;
  sobject: 'Task' | 'Event';
  recordId: string | null;
  about: RecordLink | null;
  owner: string | null;
  code: string;
  message: string;
  parkedAt: string;
}
