#include "terminal/device/scanner_wedge.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace guitai {
namespace {

constexpr char32_t group_separator{0x1D};

// What code 128 and all lesser codes can say, and FNC1.
bool is_scannable(const WedgeStroke& stroke)
{
    if (stroke.kind != WedgeStroke::Kind::character) return false;
    return stroke.character == group_separator || (stroke.character >= 0x20 && stroke.character <= 0x7E);
}

// Ctrl down, the bracket, Ctrl up.
std::size_t keys_of(const std::vector<WedgeStroke>& strokes)
{
    const auto separators = std::count_if(strokes.begin(), strokes.end(), [](const WedgeStroke& stroke) {
        return stroke.character == group_separator;
    });
    return strokes.size() + 2 * static_cast<std::size_t>(separators);
}

// A person's gaps are much alike; a scan's are short but for those in which the window was busy.
bool has_mostly_short_gaps(const std::vector<WedgeStroke>& strokes)
{
    std::size_t short_gaps{0};
    for (std::size_t at{1}; at < strokes.size(); ++at) {
        const std::int64_t gap{strokes[at].at_ms - strokes[at - 1].at_ms};
        if (gap <= ScannerWedge::gap_ms_max) ++short_gaps;
    }
    return 2 * short_gaps >= strokes.size() - 1;
}

// What people write: pinyin, a name, an address. A busy window sees such keys in bursts too.
bool is_prose(const WedgeStroke& stroke)
{
    return (stroke.character >= 'a' && stroke.character <= 'z') || stroke.character == ' ' || stroke.character == '\'';
}

bool ends_a_scan(const WedgeStroke& stroke)
{
    return stroke.kind == WedgeStroke::Kind::enter || stroke.kind == WedgeStroke::Kind::tab;
}

// How long `keys` keys of one scan may take, one late look at the keyboard included.
std::int64_t burst_ms_max(std::size_t keys)
{
    return static_cast<std::int64_t>(keys - 1) * ScannerWedge::gap_ms_max + ScannerWedge::late_ms_max;
}

} // namespace

bool ScannerWedge::take(const WedgeStroke& stroke)
{
    if (is_scannable(stroke)) {
        hold(stroke);
        return true;
    }
    const bool in_time{!m_held.empty() && stroke.at_ms - m_held.back().at_ms <= late_ms_max};
    if (ends_a_scan(stroke) && in_time && is_burst() && !is_all_prose()) {
        finish_scan();
        return true;
    }
    release();
    if (m_released.empty()) return false;
    m_released.push_back(stroke); // Behind those that were pressed before it.
    return true;
}

void ScannerWedge::hold(const WedgeStroke& stroke)
{
    m_held.push_back(stroke);
    const bool too_slow{stroke.at_ms - m_held.front().at_ms > burst_ms_max(keys_of(m_held))};
    if (!too_slow && m_held.size() <= scan_keys_max) return;
    // All before this one is done with; this one may begin something.
    m_held.pop_back();
    if (is_scan_without_end()) finish_scan();
    else release();
    m_held.push_back(stroke);
}

std::vector<WedgeStroke> ScannerWedge::give_back(std::int64_t now_ms)
{
    if (!m_held.empty() && now_ms >= ends_at_ms()) {
        if (is_scan_without_end()) finish_scan();
        else release();
    }
    return std::exchange(m_released, {});
}

std::int64_t ScannerWedge::held_for_ms(std::int64_t now_ms) const
{
    if (!m_released.empty()) return 0;
    if (m_held.empty()) return -1;
    return std::max<std::int64_t>(ends_at_ms() - now_ms, 0);
}

std::vector<std::string> ScannerWedge::take_scans() { return std::exchange(m_scans, {}); }

bool ScannerWedge::is_burst() const
{
    return m_held.size() >= scan_keys_min && m_held.size() <= scan_keys_max &&
           m_held.back().at_ms - m_held.front().at_ms <= burst_ms_max(keys_of(m_held)) && has_mostly_short_gaps(m_held);
}

bool ScannerWedge::is_one_key_held_down() const
{
    return std::all_of(m_held.begin(), m_held.end(),
                       [&](const WedgeStroke& stroke) { return stroke.character == m_held.front().character; });
}

bool ScannerWedge::is_all_prose() const { return std::all_of(m_held.begin(), m_held.end(), is_prose); }

// Not every scanner sends an Enter. A key that repeats is no scanner, and words without an Enter are no code.
bool ScannerWedge::is_scan_without_end() const
{
    return is_burst() && !is_one_key_held_down() && std::none_of(m_held.begin(), m_held.end(), is_prose);
}

// What is surely a scan is given more time for its Enter.
std::int64_t ScannerWedge::ends_at_ms() const
{
    return m_held.back().at_ms + (is_burst() ? late_ms_max : gap_ms_max) + 1;
}

void ScannerWedge::finish_scan()
{
    std::string digits;
    for (const WedgeStroke& stroke : m_held) digits += static_cast<char>(stroke.character);
    m_held.clear();
    m_scans.push_back(std::move(digits));
}

void ScannerWedge::release()
{
    std::copy_if(m_held.begin(), m_held.end(), std::back_inserter(m_released),
                 [](const WedgeStroke& stroke) { return stroke.character != group_separator; });
    m_held.clear();
}

} // namespace guitai
