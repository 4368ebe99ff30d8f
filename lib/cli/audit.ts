/** `npm run audit:verify -- FILE`. */
import { auditVerify } from './auditVerify.ts';

process.exitCode = await auditVerify(process.argv.slice(2), console.log);
