'use client';

import { type PointerEvent, useRef, useState } from 'react';
import {
  EMPTY_BOX,
  isEmpty,
  SIDES,
  type Side,
  sideControl,
  type TypedBox,
  type TypedMarks,
} from '@/lib/redaction/marks-form';
import { MarksOverlay } from './MarksOverlay';
import { moveByKey, toNumbers, toTypedBox } from './moves';

interface MarksEditorProps {
  src: string;
  alt: string;
  /** Of the photo, in pixels. */
  width: number;
  height: number;
  initial: TypedMarks;
  labels: {
    sides: Record<Side, string>;
    crop: string;
    cropHint: string;
    boxes: string;
    /** With {n} for the number. */
    box: string;
    remove: string;
    add: string;
    hint: string;
    keys: string;
    drawBox: string;
    drawCrop: string;
  };
}

/** Empty rows for whoever types without a script. */
const SPARE_ROWS = 2;
const MOST = 20;

type Place = 'crop' | number;

/**
 * The photo with its boxes over it, and the same boxes as numbers. Drawn by pointer, moved by arrow keys, or typed; without a
 * script the numbers alone are the editor, and the server draws what they say.
 */
export function MarksEditor({ src, alt, width, height, initial, labels }: MarksEditorProps) {
  const [marks, setMarks] = useState<TypedMarks>({
    ...initial,
    boxes: [...initial.boxes, ...Array<TypedBox>(SPARE_ROWS).fill(EMPTY_BOX)].slice(0, MOST),
  });
  const [draws, setDraws] = useState<'box' | 'crop'>('box');
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number; at: Place } | null>(null);

  const put = (at: Place, box: TypedBox) =>
    setMarks((now) =>
      at === 'crop'
        ? { ...now, crop: box }
        : { ...now, boxes: now.boxes.map((one, index) => (index === at ? box : one)) },
    );

  /** The first row that is free; a new one when all are taken. */
  const freeRow = (): number => {
    const free = marks.boxes.findIndex(isEmpty);
    if (free >= 0) return free;
    if (marks.boxes.length >= MOST) return MOST - 1;
    setMarks((now) => ({ ...now, boxes: [...now.boxes, EMPTY_BOX] }));
    return marks.boxes.length;
  };

  const pointAt = (event: PointerEvent) => {
    const frame = stage.current?.getBoundingClientRect();
    if (!frame) return { x: 0, y: 0 };
    const part = (value: number, whole: number) => Math.min(100, Math.max(0, (value / whole) * 100));
    return { x: part(event.clientX - frame.left, frame.width), y: part(event.clientY - frame.top, frame.height) };
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { ...pointAt(event), at: draws === 'crop' ? 'crop' : freeRow() };
  };
  const onMove = (event: PointerEvent) => {
    if (!drag.current) return;
    const { x, y, at } = drag.current;
    const to = pointAt(event);
    put(
      at,
      toTypedBox({ x: Math.min(x, to.x), y: Math.min(y, to.y), width: Math.abs(to.x - x), height: Math.abs(to.y - y) }),
    );
  };
  const onUp = () => {
    const at = drag.current?.at;
    drag.current = null;
    if (at === undefined) return;
    // A click without a drag draws nothing.
    const box = toNumbers(at === 'crop' ? marks.crop : (marks.boxes[at] ?? EMPTY_BOX));
    if (box && (box.width < 0.5 || box.height < 0.5)) put(at, EMPTY_BOX);
  };

  const row = (at: Place, box: TypedBox, name: string) => (
    <fieldset className="marks-row" key={at}>
      <legend>{name}</legend>
      {SIDES.map((side) => (
        <label key={side}>
          <span>{labels.sides[side]}</span>
          <input
            name={sideControl(at, side)}
            inputMode="decimal"
            autoComplete="off"
            maxLength={8}
            value={box[side]}
            onChange={(event) => put(at, { ...box, [side]: event.target.value })}
          />
        </label>
      ))}
      {!isEmpty(box) && (
        <button
          type="button"
          className="as-link with-script"
          onClick={() => put(at, EMPTY_BOX)}
          aria-label={labels.remove.replace('{n}', name)}
        >
          ×
        </button>
      )}
    </fieldset>
  );
  const boxName = (at: number) => labels.box.replace('{n}', String(at + 1));
  return (
    <div className="marks">
      <div className="with-script marks-tools">
        <p>{labels.hint}</p>
        <div className="desk-actions">
          {(['box', 'crop'] as const).map((what) => (
            <label className="desk-tick" key={what}>
              <input type="radio" checked={draws === what} onChange={() => setDraws(what)} />
              {what === 'box' ? labels.drawBox : labels.drawCrop}
            </label>
          ))}
          <button
            type="button"
            className="btn second sm"
            onClick={() => put(freeRow(), toTypedBox({ x: 40, y: 40, width: 20, height: 20 }))}
          >
            {labels.add}
          </button>
        </div>
        <p className="muted">{labels.keys}</p>
      </div>
      <div className="marks-stage" ref={stage} onPointerDown={onDown} onPointerMove={onMove} onPointerUp={onUp}>
        {/* biome-ignore lint/performance/noImgElement: served by our own handler, to staff only */}
        <img src={src} alt={alt} width={width} height={height} draggable={false} />
        <MarksOverlay
          marks={marks}
          label={labels.boxes}
          nameOf={boxName}
          onKey={(at, event) => {
            const box = toNumbers(marks.boxes[at] ?? EMPTY_BOX);
            const moved = box && moveByKey(box, event);
            if (moved === null) return;
            event.preventDefault();
            put(at, moved === 'remove' ? EMPTY_BOX : toTypedBox(moved));
          }}
        />
      </div>
      <div className="marks-rows">
        <h3>{labels.boxes}</h3>
        {marks.boxes.map((box, at) => row(at, box, boxName(at)))}
        <h3>{labels.crop}</h3>
        <p className="muted">{labels.cropHint}</p>
        {row('crop', marks.crop, labels.crop)}
      </div>
    </div>
  );
}
