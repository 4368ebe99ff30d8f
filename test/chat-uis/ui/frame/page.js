// The conversation of this page stands in a frame of the same origin; the frame's own id is the page's.
const frame = document.createElement('iframe');
frame.src = `/frame/inside/${location.search}`;
frame.title = 'Help';
frame.style = 'width: 700px; height: 620px; border: 1px solid #999';
document.body.append(frame);
