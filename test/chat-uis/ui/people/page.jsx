import { createRoot } from 'react-dom/client';
import { newId, script } from '../chat.js';
import { Messages } from '../messages.jsx';

// Two colleagues: everything that they wrote is there at once, and nothing streams.
const all = script.flatMap(({ prompt, answer }) => [
  { id: newId(), role: 'user', text: prompt },
  { id: newId(), role: 'other', text: answer },
]);
createRoot(document.getElementById('root')).render(<Messages start={all} me="Me" other="Zoe" typing="Zoe is typing" />);
