// Tells a barcode scanner from a person: both type on the same keyboard, the
// scanner in a burst. Keys are held back for the blink it takes to know, so that
// a scan never leaks a digit into whatever field has focus. FNC1, which scanners type
// as Ctrl-], belongs to a scan and to nothing else. Pure: times come in with the keys. Knows no window and no product.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

struct WedgeStroke {
    enum class Kind { character, enter, tab, other };

    Kind kind{Kind::character};
    char32_t character{0};
    int other{0}; // Which key, in the numbers of whoever asks.
    std::int64_t at_ms{0};

    bool operator==(const WedgeStroke&) const = default;
};

class ScannerWedge {
public:
    static constexpr std::size_t scan_keys_min{6};
    static constexpr std::size_t scan_keys_max{2'600}; // A lease on a phone has 700 and more, a signed receipt 150.
    static constexpr std::int64_t gap_ms_max{35};
    // A window that was busy drawing sees keys late; once in a burst that is forgiven.
    static constexpr std::int64_t late_ms_max{80};

    // True: held back, to come out as a scan or through give_back. False: not a
    // matter for scanners, pass it on.
    [[nodiscard]] bool take(const WedgeStroke& stroke);

    // Strokes that turned out to be a person's, in their order. To be asked after
    // every look at the keyboard, and when held_for_ms is over.
    [[nodiscard]] std::vector<WedgeStroke> give_back(std::int64_t now_ms);

    // Milliseconds until give_back may know more; below zero: nothing is held.
    [[nodiscard]] std::int64_t held_for_ms(std::int64_t now_ms) const;

    // Finished scans, oldest first, without their Enter or Tab.
    [[nodiscard]] std::vector<std::string> take_scans();

private:
    [[nodiscard]] bool is_burst() const;
    [[nodiscard]] bool is_one_key_held_down() const;
    [[nodiscard]] bool is_all_prose() const;
    [[nodiscard]] bool is_scan_without_end() const;
    [[nodiscard]] std::int64_t ends_at_ms() const;
    void hold(const WedgeStroke& stroke);
    void finish_scan();
    void release();

    std::vector<WedgeStroke> m_held;
    std::vector<WedgeStroke> m_released;
    std::vector<std::string> m_scans;
};

} // namespace guitai
