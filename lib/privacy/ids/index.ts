/** The national numbers that are known: the one list. */
import { at } from './at.ts';
import { au } from './au.ts';
import { be } from './be.ts';
import { br } from './br.ts';
import { ca } from './ca.ts';
import { ch } from './ch.ts';
import { cn } from './cn.ts';
import { de } from './de.ts';
import { dk } from './dk.ts';
import { es } from './es.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { gb } from './gb.ts';
import { il } from './il.ts';
import { india } from './india.ts';
import { it } from './it.ts';
import { jp } from './jp.ts';
import { kr } from './kr.ts';
import { mx } from './mx.ts';
import type { NationalId } from './nationalId.ts';
import { nl } from './nl.ts';
import { no } from './no.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { se } from './se.ts';
import { sg } from './sg.ts';
import { tr } from './tr.ts';
import { us } from './us.ts';
import { za } from './za.ts';

/** All of them; where one row of digits is valid as two, the first counts. */
export const nationalIds: NationalId[] = [
  ...us,
  ...gb,
  ...de,
  ...fr,
  ...es,
  ...it,
  ...nl,
  ...be,
  ...pl,
  ...pt,
  ...se,
  ...dk,
  ...fi,
  ...no,
  ...ch,
  ...at,
  ...br,
  ...mx,
  ...india,
  ...cn,
  ...kr,
  ...jp,
  ...tr,
  ...za,
  ...au,
  ...ca,
  ...sg,
  ...il,
];
