import { createRoot } from 'react-dom/client';
import { history } from '../chat.js';
import { Messages } from '../messages.jsx';

createRoot(document.getElementById('root')).render(<Messages start={history} me="Me" other="Billing desk" typing="Assistant is typing" />);
