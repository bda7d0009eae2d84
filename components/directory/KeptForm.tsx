'use client';

import { Component } from 'react';
import { showWhatTheServerSaid } from './form-address';
import { type FormState, readFormState, restoreFormState } from './form-state';

interface KeptFormProps {
  /** Id of the form. */
  form: string;
  /** The query that the page shows; a new one means that the form has been written anew. */
  shown: string;
  /** New results are on their way: what stands in the form is the visitor's wish, and not yet the server's word. */
  pending: boolean;
}

/** Keeps what the visitor did with the form while it is written anew. A class, because only one can look before that. */
export class KeptForm extends Component<KeptFormProps> {
  override componentDidMount() {
    const form = this.#form();
    if (form) showWhatTheServerSaid(form);
  }

  override getSnapshotBeforeUpdate(): FormState | null {
    const form = this.#form();
    return form && readFormState(form);
  }

  override componentDidUpdate(_props: KeptFormProps, _state: unknown, before: FormState | null) {
    const form = this.#form();
    if (!form || this.props.pending) return;
    if (before) restoreFormState(form, before);
    showWhatTheServerSaid(form);
  }

  override render() {
    return null;
  }

  #form(): HTMLFormElement | null {
    return document.getElementById(this.props.form) as HTMLFormElement | null;
  }
}
