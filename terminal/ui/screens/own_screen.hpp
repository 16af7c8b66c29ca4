// What a member sees of herself, alone: on the display that faces her, or on the till while it is turned to her. She
// finds herself by her phone, types her password, and then reads her points, orders, coupons and consents, who looked
// at her file, and changes what is hers to change. Nobody of the shop types or reads here.
#pragma once

#include "terminal/app/command.hpp"
#include "terminal/app/view.hpp"
#include "terminal/ui/widgets/kit.hpp"

#include <string>

namespace guitai::ui {

struct OwnMemory {
    enum class Step { closed, phone, password, page, old_password, new_password, again };
    enum Tab { points, orders, consents, accesses };

    Step step{Step::closed};
    std::string who;      // Her phone, or her number where the shop has found her.
    bool first_password{false}; // She has none: she chooses one now.
    std::string digits;
    std::string before, chosen; // While she changes her password.
    bool sent{false};     // The till has it; the next view says what became of it.
    std::string problem;  // Said under the dots until the next digit.
    std::string done;     // A word key: what was just done.
    int tab{points};
    ConsentPurpose purpose{ConsentPurpose::offers};
    bool sure{false};     // She asked to be erased, and is asked whether she means it.
    KineticScroll list;

    // `member` is on the clerk's page: her password is enough.
    void begin(const MemberView& member);
    // Nobody is known yet.
    void begin();
    [[nodiscard]] bool is_open() const { return step != Step::closed; }
};

// Over the whole of `page`, while `memory.is_open()`. Ends by itself when she is done, or two minutes later.
void draw_own(const TillView& view, OwnMemory& memory, Ui& ui, Commands& commands);

} // namespace guitai::ui
