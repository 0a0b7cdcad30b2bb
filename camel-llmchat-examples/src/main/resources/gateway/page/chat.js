'use strict';

// Nothing that comes from a server is ever read as HTML here: all of it is put in with textContent.

const $ = (id) => document.getElementById(id);
const api = new URL('v1/', document.baseURI);
const keySlot = 'team-gateway-key';

/** What is sent with the next message: only whole turns, and what came of one that was stopped. */
let turns = [];
/** Ends the answer that is coming; null if none is. */
let running = null;
let tokens = 0;
/** How many lists of models were asked for; the answer to an earlier question may come last. */
let lists = 0;

// ---- what a server sends

class ApiError extends Error {}

async function refusal(response) {
  let message = response.statusText || 'no reason given';
  try {
    message = (await response.json()).error.message || message;
  } catch {
    // not OpenAI's error object: the status has to do
  }
  return new ApiError(`${message} (status ${response.status})`);
}

function headers() {
  const key = $('key').value.trim();
  return key ? { Authorization: `Bearer ${key}` } : {};
}

/** Yields the data of each server-sent event. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let data = [];
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      const lines = (rest + value).split('\n');
      rest = lines.pop();
      for (const line of lines.map((text) => text.replace(/\r$/, ''))) {
        if (line === '' && data.length > 0) {
          yield data.join('\n');
          data = [];
        } else if (line.startsWith('data:')) {
          data.push(line.slice(5).replace(/^ /, ''));
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function* chunks(request, signal) {
  const response = await fetch(new URL('chat/completions', api), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers() },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok) {
    throw await refusal(response);
  }
  for await (const data of events(response.body)) {
    if (data === '[DONE]') {
      return;
    }
    const chunk = JSON.parse(data);
    if (chunk.error) {
      throw new ApiError(chunk.error.message || 'The answer broke off.');
    }
    yield chunk;
  }
  throw new ApiError('The answer broke off.');
}

// ---- models

async function loadModels() {
  const asked = ++lists;
  const key = $('key').value.trim();
  const select = $('model');
  const before = select.value;
  let names = [];
  let note = 'Kept in this tab until it is closed.';
  let bad = false;
  try {
    const response = await fetch(new URL('models', api), { headers: headers() });
    if (!response.ok) {
      throw await refusal(response);
    }
    names = (await response.json()).data.map((model) => model.id);
  } catch (error) {
    bad = key !== '';
    note = bad ? describe(error) : 'Enter your key to see its models.';
  }
  if (asked !== lists) {
    return;
  }
  if (!bad) {
    sessionStorage.setItem(keySlot, key);
  }
  select.replaceChildren(...names.map((name) => new Option(name, name, false, name === before)));
  select.disabled = names.length === 0;
  $('key-note').textContent = note;
  $('key-note').classList.toggle('bad', bad);
  ready();
}

// ---- what a person sees

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

/** Paragraphs, and code between lines of ```. */
function blocks(text) {
  return text.split(/^```/m).map((part, index) => (index % 2 === 0
    ? { tag: 'P', text: part.replace(/^\n+|\n+$/g, '') }
    : { tag: 'PRE', text: part.replace(/^[^\n]*\n?/, '').replace(/\n$/, '') })).filter((block) => block.text !== '');
}

/** Changes only what is new, so that a selection in the text before it stays. */
function render(body, text) {
  const children = [...body.children].filter((child) => child.tagName !== 'DETAILS');
  blocks(text).forEach((block, index) => {
    let child = children[index];
    if (!child || child.tagName !== block.tag) {
      const made = document.createElement(block.tag);
      if (child) {
        child.replaceWith(made);
      } else {
        body.append(made);
      }
      child = made;
    }
    if (child.textContent !== block.text) {
      child.textContent = block.text;
    }
  });
}

function renderThinking(body, text) {
  let details = body.querySelector('.thinking');
  if (!details) {
    details = element('details', 'thinking');
    details.append(element('summary', '', 'Thinking'), element('p', ''));
    body.prepend(details);
  }
  details.lastChild.textContent = text;
}

/** Adds to the log; whoever has scrolled up to read is left there. */
function following(change) {
  const log = $('log');
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  change();
  if (atEnd) {
    log.scrollTop = log.scrollHeight;
  }
}

function show(role, text, name) {
  const message = element('article', `message ${role}`);
  if (name) {
    message.append(element('p', 'who', name));
  }
  const body = element('div', 'body');
  message.append(body);
  render(body, text);
  $('empty').hidden = true;
  $('log').append(message);
  $('log').scrollTop = $('log').scrollHeight;
  return message;
}

function showFailure(error) {
  const failure = element('p', 'failure', describe(error));
  failure.setAttribute('role', 'alert');
  following(() => $('log').append(failure));
}

function describe(error) {
  return error instanceof ApiError ? error.message : 'The gateway can\'t be reached.';
}

function ready() {
  const busy = running !== null;
  $('send').hidden = busy;
  $('stop').hidden = !busy;
  $('send').disabled = $('model').value === '' || $('prompt').value.trim() === '';
}

/** On a narrow screen, the settings stand where the conversation should. */
function makeRoom() {
  if (window.matchMedia('(max-width: 48rem)').matches) {
    $('settings').open = false;
  }
}

function fit() {
  const prompt = $('prompt');
  prompt.style.height = 'auto';
  prompt.style.height = `${prompt.scrollHeight}px`;
}

// ---- one answer

class Answer {
  constructor(model) {
    this.text = '';
    this.thinking = '';
    this.model = '';
    this.usage = null;
    this.begun = performance.now();
    this.message = show('assistant', '', model);
    this.message.setAttribute('aria-busy', 'true');
    this.drawn = true;
  }

  add(chunk) {
    const delta = chunk.choices?.[0]?.delta ?? {};
    this.text += delta.content ?? '';
    this.thinking += delta.reasoning_content ?? delta.reasoning ?? '';
    this.model = chunk.model || this.model;
    this.usage = chunk.usage ?? this.usage;
    if (this.drawn) {
      this.drawn = false;
      requestAnimationFrame(() => this.draw());
    }
  }

  draw() {
    this.drawn = true;
    const body = this.message.querySelector('.body');
    following(() => {
      render(body, this.text);
      if (this.thinking) {
        renderThinking(body, this.thinking);
      }
    });
  }

  end(stopped) {
    this.draw();
    this.message.removeAttribute('aria-busy');
    const seconds = ((performance.now() - this.begun) / 1000).toFixed(1);
    const counts = this.usage
      ? `${this.usage.prompt_tokens} + ${this.usage.completion_tokens} tokens` : 'tokens not counted';
    const parts = [this.model, counts, `${seconds} s`, stopped ? 'stopped' : ''];
    following(() => this.message.append(element('p', 'usage', parts.filter(Boolean).join(' · '))));
    tokens += this.usage?.total_tokens ?? 0;
    $('spent').textContent = tokens ? `${tokens.toLocaleString('en')} tokens in this conversation` : '';
  }
}

async function send(text) {
  const model = $('model').value;
  const system = $('system').value.trim();
  const question = { role: 'user', content: text };
  const messages = [...(system ? [{ role: 'system', content: system }] : []), ...turns, question];
  const asked = show('user', text);
  const answer = new Answer(model);
  const mine = new AbortController();
  running = mine;
  ready();
  let failure = null;
  try {
    for await (const chunk of chunks({ model, messages, stream: true, stream_options: { include_usage: true } }, mine.signal)) {
      answer.add(chunk);
    }
  } catch (error) {
    failure = error;
  }
  if (running === mine) {
    running = null;
    finish(asked, question, answer, failure, mine.signal.aborted);
  }
}

function finish(asked, question, answer, failure, stopped) {
  if (answer.text || answer.thinking || !failure) {
    answer.end(stopped);
    turns.push(question, { role: 'assistant', content: answer.text });
  } else {
    // nothing came: the message goes back to where it was written
    answer.message.remove();
    asked.remove();
    if (!$('prompt').value) {
      $('prompt').value = question.content;
      fit();
    }
  }
  if (failure && !stopped) {
    showFailure(failure);
  }
  ready();
}

function stop() {
  running?.abort();
}

// ---- keys and buttons

$('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = $('prompt').value.trim();
  if (!$('model').value) {
    $('settings').open = true;
    $('key').focus();
    return;
  }
  if (running || !text) {
    return;
  }
  $('log').querySelectorAll('.failure').forEach((failure) => failure.remove());
  makeRoom();
  $('prompt').value = '';
  fit();
  send(text);
});

$('prompt').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('composer').requestSubmit();
  }
});

$('prompt').addEventListener('input', () => {
  fit();
  ready();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    stop();
  }
});

$('stop').addEventListener('click', () => {
  stop();
  $('prompt').focus();
});

$('new').addEventListener('click', () => {
  stop();
  running = null;
  turns = [];
  tokens = 0;
  $('spent').textContent = '';
  $('log').querySelectorAll('.message, .failure').forEach((shown) => shown.remove());
  $('empty').hidden = false;
  ready();
  $('prompt').focus();
});

document.querySelectorAll('.idea').forEach((idea) => idea.addEventListener('click', () => {
  $('prompt').value = idea.textContent;
  fit();
  ready();
  $('prompt').focus();
  $('composer').requestSubmit();
}));

$('key').addEventListener('change', loadModels);
$('key').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    $('prompt').focus();
  }
});

$('key').value = sessionStorage.getItem(keySlot) ?? '';
if ($('key').value) {
  makeRoom();
}
$($('key').value ? 'prompt' : 'key').focus();
loadModels();
