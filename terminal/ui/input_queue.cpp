#include "terminal/ui/input_queue.hpp"

namespace guitai::ui {

void InputQueue::move(ImVec2 to)
{
    if (m_waiting.empty() && !m_down) {
        m_pointer = to; // No part of the kit looks different under a finger that hovers.
        return;
    }
    if (!m_waiting.empty() && m_waiting.back().what == Happened::What::moved) {
        m_waiting.back().at = to;
        return;
    }
    m_waiting.push_back({.what = Happened::What::moved, .at = to});
}

void InputQueue::press(ImVec2 at)
{
    if (m_down_last) return;
    m_down_last = true;
    m_waiting.push_back({.what = Happened::What::pressed, .at = at});
}

void InputQueue::lift(ImVec2 at)
{
    if (!m_down_last) return;
    m_down_last = false;
    ++m_taps;
    m_waiting.push_back({.what = Happened::What::lifted, .at = at});
}

void InputQueue::wheel(float notches)
{
    m_waiting.push_back({.what = Happened::What::wheeled, .notches = notches});
}

void InputQueue::key(Key key)
{
    if (key == Key::none) return;
    ++m_taps;
    m_waiting.push_back({.what = Happened::What::key, .key = key});
}

void InputQueue::type(char32_t character)
{
    ++m_taps;
    // Space is a letter to a field and a key to the ring: both, in one frame.
    m_waiting.push_back(
        {.what = Happened::What::typed, .key = character == U' ' ? Key::space : Key::none, .typed = character});
}

FrameInput InputQueue::next()
{
    FrameInput input{still()};
    if (m_waiting.empty()) return input;
    const Happened happened{m_waiting.front()};
    m_waiting.pop_front();
    switch (happened.what) {
    case Happened::What::moved: m_pointer = happened.at; break;
    case Happened::What::pressed:
        m_pointer = happened.at;
        m_down = true;
        break;
    case Happened::What::lifted:
        m_pointer = happened.at;
        m_down = false;
        break;
    case Happened::What::wheeled: input.wheel = happened.notches; break;
    case Happened::What::key:
    case Happened::What::typed:
        input.key = happened.key;
        input.typed = happened.typed;
        break;
    }
    input.pointer = m_pointer;
    input.pointer_down = m_down;
    return input;
}

void deal_out(InputQueue& queue, const FrameMaker& maker)
{
    while (!queue.empty()) {
        // What the last frame brought or took away must be on the glass before a finger meets it.
        if (maker.unsettled()) maker.frame(queue.still());
        maker.frame(queue.next());
    }
    maker.frame(queue.still());
}

} // namespace guitai::ui
