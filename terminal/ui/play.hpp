// A whole day at the counter, played through the real screens: taps by the name
// of a widget, keys, and scans of whatever the catalogue holds. It reads the view
// and the glass as a clerk does and changes nothing itself; whoever owns the
// window does what it says, one input at a time, when the last has settled.
#pragma once

#include "terminal/app/view.hpp"
#include "terminal/ui/widgets/ui.hpp"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace guitai::ui {

// Who plays, and what a catalogue can not tell.
struct PlayPlan {
    std::string name, pin;              // Signs in and sells.
    std::string second_name, second_pin; // Agrees where a second person is needed.
    std::string member_phone{"13800004127"}; // Greeted where it is known, enrolled where it is not.
};

// What the window is to do next.
struct PlayInput {
    enum class What {
        nothing, // The glass is not there yet: ask again after the next turn.
        tap,     // A finger down and up at `at`, logical px.
        key,
        type,    // `text`, ASCII, a character a frame.
        scan,    // `text` is a barcode; it comes as a scanner's would.
        picture, // Save what is on the glass as `text` + ".png".
        done
    };
    What what{What::nothing};
    ImVec2 at{};
    Key key{Key::none};
    std::string text{};
};

struct PlayStep {
    enum class What { tap, key, type, scan, picture, wait, plan };
    What what{What::wait};
    std::string text{}; // Widget, typed text, barcode, name of a picture, or what is waited for.
    Key key{Key::none};
    std::function<bool(const TillView&)> until{};                                     // Of a wait.
    std::function<std::vector<PlayStep>(const TillView&, const Ui&)> more{}; // Of a plan: decided when it is reached.
};

class Play {
public:
    explicit Play(PlayPlan plan);

    // The next input for what is on the glass now. Call when nothing moves and no input is waiting.
    [[nodiscard]] PlayInput next(const TillView& view, const Ui& ui);
    // Not empty: the day stopped here, because this widget or state never came.
    [[nodiscard]] const std::string& trouble() const { return m_trouble; }
    // Cash that should lie in the drawer, as this player has counted along.
    [[nodiscard]] Money cash() const { return m_cash; }

private:
    // A widget that is not there after so many questions will not come.
    static constexpr int patience_max{2'000};

    using Steps = std::vector<PlayStep>;
    [[nodiscard]] PlayInput wait_for(const std::string& what);
    void put_first(Steps steps);

    void sign_in();
    void open_shift();
    void sell_for_cash();
    void greet_member();
    void sell_by_card();
    void order_missing_size();
    void park_and_recall();
    void look_around();
    void close();

    [[nodiscard]] Steps find_goods(std::size_t number);
    [[nodiscard]] Steps take_cash(const std::string& picture_of_done);
    [[nodiscard]] Steps member_steps(const TillView& view) const;
    [[nodiscard]] Steps write_address(const TillView& view) const;
    [[nodiscard]] Steps count_steps() const;
    [[nodiscard]] Steps digits(std::string_view pad, std::string_view pin) const;

    PlayPlan m_plan;
    std::deque<PlayStep> m_steps;
    std::string m_code;    // The barcode found last.
    Money m_cash;
    int m_patience{0};
    std::string m_trouble;
};

} // namespace guitai::ui
