package huice.casework.complaint;

import huice.model.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a complaint is about. */
@Schema(name = "ComplaintTopic")
public enum Topic {
  WAGES("拖欠工资", "unpaid wages"),
  CONTRACT("没有签订劳动合同", "no written contract"),
  INSURANCE("没有缴纳社会保险", "no social insurance"),
  WORKING_TIME("加班、休息休假", "overtime and rest"),
  MONEY_TAKEN("收费、押金、扣证件", "fee, deposit or papers held"),
  DISCRIMINATION("招用歧视", "discrimination"),
  FORCED("强迫劳动、违背本人意愿", "forced work, or against my will"),
  OUR_SERVICE("经办机构的服务", "an office's own service"),
  OTHER("其他", "something else");

  private final Text label;

  Topic(String zh, String en) {
    this.label = Text.of(zh, en);
  }

  public Text label() {
    return label;
  }
}
